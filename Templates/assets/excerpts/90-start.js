// What the search asks for when it has shown results.

// From the disk a page may read another only in a frame, where this script sends the text back.
if (fromDisk && parent !== window && location.hash === "#ciyuan-text") {
  parent.postMessage({ ciyuanText: sectionsOf(document) }, "*");
} else window.ciyuanSearch("excerpts", { read, excerpt });
