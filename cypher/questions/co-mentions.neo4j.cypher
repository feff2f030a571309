// title: Mentioned together with X
// asks: Who and what is mentioned in the same articles as X?
// params: name: string, limit: integer = 50
// example: name=Doha limit=5
MATCH (x:Person|Organization|Place)
WHERE toLower($name) IN x.keys
MATCH (x)<-[:MENTIONS]-(a:Article)
WITH DISTINCT a
MATCH (a)-[:MENTIONS]->(other:Person|Organization|Place)
WITH other.id AS id, other.name AS name, other.keys AS keys, count(*) AS articles
WHERE NOT toLower($name) IN keys
RETURN name, articles
ORDER BY articles DESC, name, id
LIMIT $limit
