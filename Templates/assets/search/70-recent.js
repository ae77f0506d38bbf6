// The last queries.

/** The queries that led somewhere, newest first, on this device only; `query` is added. */
function recent(query) {
  try {
    const list = JSON.parse(localStorage.getItem("ciyuan-recent") || "[]").filter((item) => item !== query);
    if (query) localStorage.setItem("ciyuan-recent", JSON.stringify([query, ...list].slice(0, 8)));
    return list;
  } catch { return []; }
}
