// title: What X said before and later
// asks: What did X say about the same person, organisation or place on different days?
// params: name: string, limit: integer = 100
// example: name=Netanyahu
MATCH (x:Person|Organization)-[:SAID]->(q:Quote)
WHERE toLower($name) IN x.keys
WITH x, q
MATCH (q)<-[:CONTAINS]-(a:Article)
WITH x, q, a
MATCH (q)-[:ABOUT]->(y:Person|Organization|Place)
WITH x, y, min(a.publishedAt) AS earliest, max(a.publishedAt) AS latest,
     collect({id: q.id, text: q.text, start: q.start, article: a.id, publishedAt: a.publishedAt}) AS said
WHERE earliest < latest
UNWIND said AS one
RETURN x.name AS speaker, y.name AS about, one.publishedAt AS published, one.text AS words, one.article AS article, one.start AS start
ORDER BY about, y.id, published, article, start, one.id, speaker
LIMIT $limit
