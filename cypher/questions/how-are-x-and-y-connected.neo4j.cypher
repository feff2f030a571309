// title: How X and Y are connected
// asks: By which chain of meetings and roles are X and Y connected most shortly?
// params: x: string, y: string, limit: integer = 10
// example: x=Pompeo y=Netanyahu
MATCH (n:Entity)
WHERE toLower($x) IN n.keys OR toLower($y) IN n.keys
WITH collect(n) AS named
UNWIND [n IN named WHERE toLower($x) IN n.keys] AS a
UNWIND [n IN named WHERE toLower($y) IN n.keys] AS b
WITH a, b
WHERE a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET|HAS_ROLE*..6]-(b))
RETURN DISTINCT length(path) AS steps, [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | type(r)] AS links
ORDER BY steps, reduce(text = '', name IN names | text + name + '|'), reduce(text = '', link IN links | text + link + '|')
LIMIT $limit
