// title: How X and Y are connected
// asks: By which chain of meetings and roles are X and Y connected most shortly?
// params: x: string, y: string, limit: integer = 10
// example: x=Pompeo y=Netanyahu
MATCH path = (a:Person|Organization|Place)-[:MET|HAS_ROLE* ALL SHORTEST 1..6]-(b:Person|Organization|Place)
WHERE toLower($x) IN a.keys AND toLower($y) IN b.keys AND a.id <> b.id
RETURN DISTINCT length(path) AS steps, properties(nodes(path), 'name') AS names, properties(rels(path), '_label') AS links
ORDER BY steps, concat(list_to_string('|', names), '|'), concat(list_to_string('|', links), '|')
LIMIT $limit
