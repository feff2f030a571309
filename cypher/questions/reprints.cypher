// title: Reprints
// asks: Which articles are copies of others?
// params: limit: integer = 100
// example:
MATCH (a:Article)-[r:COPY_OF]->(b:Article)
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
OPTIONAL MATCH (b)-[:PUBLISHED_BY]->(p:Outlet)
RETURN a.id AS copy, o.name AS outlet, b.id AS original, p.name AS firstOutlet, r.similarity AS similarity
ORDER BY copy, original, outlet, firstOutlet
LIMIT $limit
