// title: Path of meetings
// asks: Over whom are X and Y connected by meetings alone, most shortly?
// params: x: string, y: string, limit: integer = 10
// example: x='Park Jin' y='Xi Jinping'
MATCH (n:Entity)
WHERE toLower($x) IN n.keys OR toLower($y) IN n.keys
WITH collect(n) AS named
UNWIND [n IN named WHERE toLower($x) IN n.keys] AS a
UNWIND [n IN named WHERE toLower($y) IN n.keys] AS b
WITH a, b
WHERE a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET*..6]-(b))
RETURN DISTINCT length(path) AS steps, [n IN nodes(path) | n.name] AS names
ORDER BY steps, reduce(text = '', name IN names | text + name + '|')
LIMIT $limit
