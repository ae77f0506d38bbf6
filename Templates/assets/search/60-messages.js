// What the reader is told.

const MESSAGES = {
  zh: { found: "{n} 个结果", near: "没有页面含有全部内容，以下较为接近", rest: "以下较为接近", none: "没有找到“{q}”", wait: "正在搜索…",
    failed: "搜索文件没有载入。", retry: "重试", more: "更多结果", all: "全部", maybe: "您要找的是不是：", recent: "最近的搜索", label: "搜索结果",
    term: "术语", question: "问题", page: "页面", source: "来源", tag: "标签" },
  en: { found: "{n} results", near: "No page has all of it; these come close", rest: "These come close", none: "Nothing found for “{q}”",
    wait: "Searching…", failed: "The search files did not load.", retry: "Try again", more: "More results", all: "All",
    maybe: "Did you mean:", recent: "Recent searches", label: "Search results",
    term: "Terms", question: "Questions", page: "Pages", source: "Sources", tag: "Tags" },
};
