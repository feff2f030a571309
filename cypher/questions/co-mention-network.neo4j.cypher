// title: Co-mention network around X
// asks: Which of those who are named together with X are also named together with each other, and in how many articles?
// params: name: string, limit: integer = 200
// example: name=Boehler limit=10
MATCH (x:Person|Organization|Place)
WHERE toLower($name) IN x.keys
MATCH (x)<-[:MENTIONS]-(article:Article)
WITH DISTINCT article
MATCH (article)-[:MENTIONS]->(named:Person|Organization|Place)
WITH article, collect({id: named.id, name: named.name}) AS company
UNWIND company AS a
UNWIND company AS b
WITH a, b
WHERE a.id < b.id
WITH a.id AS oneId, a.name AS one, b.id AS otherId, b.name AS other, count(*) AS articles
RETURN one, other, articles
ORDER BY articles DESC, one, other, oneId, otherId
LIMIT $limit
