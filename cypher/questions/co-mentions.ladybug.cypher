// title: Mentioned together with X
// asks: Who and what is mentioned in the same articles as X?
// params: name: string, limit: integer = 50
// example: name=Doha limit=5
MATCH (x:Person|Organization|Place)<-[m:MENTIONS]-(a:Article)-[n:MENTIONS]->(other:Person|Organization|Place)
WHERE toLower($name) IN x.keys
HINT (((x JOIN m) JOIN a) JOIN n) JOIN other
WITH other.id AS id, other.name AS name, other.keys AS keys, count(DISTINCT a.id) AS articles
WHERE NOT toLower($name) IN keys
RETURN name, articles
ORDER BY articles DESC, name, id
LIMIT $limit
