// title: Most mentioned
// asks: Which people, organisations and places do the articles mention most?
// params: limit: integer = 50
// example: limit=5
MATCH (x:Entity)
WITH x.mentions AS mentions, collect(x) AS same
ORDER BY mentions DESC
LIMIT $limit
UNWIND same AS x
RETURN x.name AS name, mentions, x.articles AS articles
ORDER BY mentions DESC, articles DESC, name, x.id
LIMIT $limit
