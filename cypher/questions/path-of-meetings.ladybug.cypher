// title: Path of meetings
// asks: Over whom are X and Y connected by meetings alone, most shortly?
// params: x: string, y: string, limit: integer = 10
// example: x='Park Jin' y='Xi Jinping'
MATCH path = (a:Person|Organization|Place)-[:MET* ALL SHORTEST 1..6]-(b:Person|Organization|Place)
WHERE toLower($x) IN a.keys AND toLower($y) IN b.keys AND a.id <> b.id
RETURN DISTINCT length(path) AS steps, properties(nodes(path), 'name') AS names
ORDER BY steps, concat(list_to_string('|', names), '|')
LIMIT $limit
