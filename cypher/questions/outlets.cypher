// title: Outlets
// asks: How many articles of each outlet are there, and from which days?
// params: limit: integer = 100
// example:
MATCH (a:Article)-[:PUBLISHED_BY]->(o:Outlet)
WITH o, count(a.id) AS articles, min(a.publishedAt) AS first, max(a.publishedAt) AS last
RETURN o.name AS outlet, articles, first, last
ORDER BY articles DESC, outlet, o.id
LIMIT $limit
