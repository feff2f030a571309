// title: Meetings by month
// asks: How many meetings does each month have that the articles date?
// params: limit: integer = 120
// example:
CALL () {
  MATCH (m:Meeting)
  WHERE m.`from` IS NOT NULL AND m.modality IS NOT NULL
  RETURN m.`from` AS day, m.modality AS modality, count(*) AS meetings
  UNION ALL
  MATCH (m:Meeting)
  WHERE m.`from` IS NULL
  RETURN m.`to` AS day, m.modality AS modality, count(*) AS meetings
}
WITH left(day, 7) AS month, modality, sum(meetings) AS meetings
WHERE month IS NOT NULL
RETURN month, modality, meetings
ORDER BY month, modality
LIMIT $limit
