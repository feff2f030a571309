// title: Most mentioned
// asks: Which people, organisations and places do the articles mention most?
// params: limit: integer = 50
// example: limit=5
MATCH (x:Person|Organization|Place)
RETURN x.name AS name, x.mentions AS mentions, x.articles AS articles
ORDER BY mentions DESC, articles DESC, name, x.id
LIMIT $limit
