// title: Co-mention network around X
// asks: Which of those who are named together with X are also named together with each other, and in how many articles?
// params: name: string, limit: integer = 200
// example: name=Boehler limit=10
MATCH (x:Person|Organization|Place)<-[m:MENTIONS]-(a:Article)-[n:MENTIONS]->(named:Person|Organization|Place)
WHERE toLower($name) IN x.keys
HINT (((x JOIN m) JOIN a) JOIN n) JOIN named
WITH DISTINCT a.id AS article, named.id AS id, named.name AS name
WITH article, collect({id: id, name: name}) AS company
UNWIND company AS a
UNWIND company AS b
WITH a, b
WHERE a.id < b.id
WITH a, b, count(*) AS articles
RETURN a.name AS one, b.name AS other, articles
ORDER BY articles DESC, one, other, a.id, b.id
LIMIT $limit
