// title: Articles
// asks: Which articles does the store hold, and under which ids?
// params: text: string = '', limit: integer = 1000
// example: text=Pence
MATCH (a:Article)
WHERE $text = '' OR toLower(coalesce(a.title, '')) CONTAINS toLower($text) OR a.id CONTAINS $text
WITH a
ORDER BY a.publishedAt, a.id
LIMIT $limit
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(o:Outlet)
RETURN a.id AS id, a.title AS title, o.name AS outlet, a.publishedAt AS published, a.file AS file
ORDER BY published, id, outlet
LIMIT $limit
