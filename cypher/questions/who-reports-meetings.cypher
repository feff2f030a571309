// title: Who says that they met
// asks: On whose word do the articles report meetings, where that is somebody with a name?
// params: limit: integer = 100
// example:
MATCH (m:Meeting)<-[:REPORTS]-(c:Claim)-[:ATTRIBUTED_TO]->(x:Person|Organization)
RETURN x.name AS source, m.title AS meeting, c.modality AS modality, c.text AS sentence, c.article AS article
ORDER BY source, meeting, article, c.start, c.id, x.id, m.id
LIMIT $limit
