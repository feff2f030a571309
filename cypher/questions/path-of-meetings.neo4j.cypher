// title: Path of meetings
// asks: Over whom are X and Y connected by meetings alone, most shortly?
// params: x: string, y: string, limit: integer = 10
// example: x='Park Jin' y='Xi Jinping'
MATCH (a:Entity), (b:Entity)
WHERE toLower($x) IN a.keys AND toLower($y) IN b.keys AND a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET*..6]-(b))
RETURN DISTINCT length(path) AS steps, [n IN nodes(path) | n.name] AS names
ORDER BY steps, reduce(text = '', name IN names | text + name + '|')
LIMIT $limit
