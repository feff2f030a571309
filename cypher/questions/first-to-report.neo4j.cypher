// title: First to report
// asks: Which outlets were the first to report meetings that several articles report?
// params: limit: integer = 50
// example:
MATCH (m:Meeting)
WHERE m.articles > 1
WITH collect(m) AS several
UNWIND several AS m
MATCH (a:Article)-[:MAKES]->(:Claim)-[:REPORTS]->(m)
WHERE a.publishedAt IS NOT NULL
WITH m, min(a.publishedAt) AS first
MATCH (o:Outlet)<-[:PUBLISHED_BY]-(a:Article)-[:MAKES]->(:Claim)-[:REPORTS]->(m)
WHERE a.publishedAt = first
WITH o, count(DISTINCT m.id) AS meetings
RETURN o.name AS outlet, meetings
ORDER BY meetings DESC, outlet, o.id
LIMIT $limit
