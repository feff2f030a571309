// title: New acquaintances
// asks: Who met for the first time on or after a day, as far as the articles date their meetings?
// params: since: string, limit: integer = 100
// example: since=2018-01-01
MATCH (a)-[r:MET]->(b)
WHERE r.first >= $since
RETURN a.name AS one, b.name AS other, r.first AS first, r.times AS meetings, r.sources AS sources
ORDER BY first, one, other, a.id, b.id
LIMIT $limit
