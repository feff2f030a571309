// title: How X and Y are connected
// asks: By which chain of meetings and roles are X and Y connected most shortly?
// params: x: string, y: string, limit: integer = 10
// example: x=Pompeo y=Netanyahu
MATCH (a:Entity), (b:Entity)
WHERE toLower($x) IN a.keys AND toLower($y) IN b.keys AND a.id <> b.id
MATCH path = allShortestPaths((a)-[:MET|HAS_ROLE*..6]-(b))
RETURN DISTINCT length(path) AS steps, [n IN nodes(path) | n.name] AS names, [r IN relationships(path) | type(r)] AS links
ORDER BY steps, reduce(text = '', name IN names | text + name + '|'), reduce(text = '', link IN links | text + link + '|')
LIMIT $limit
