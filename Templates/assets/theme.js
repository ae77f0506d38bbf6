// Runs before the first paint, so that the chosen colours never flash. site.js carries the switch itself.
(function (root) {
  'use strict';
  var key = 'ciyuan.theme';
  function apply(choice) {
    if (choice === 'light' || choice === 'dark') root.dataset.theme = choice; else delete root.dataset.theme;
    var bars = document.querySelectorAll('meta[name="theme-color"]');
    for (var i = 0; i < bars.length; i++) {
      var scheme = ['light', 'dark'][i];
      bars[i].media = root.dataset.theme ? (choice === scheme ? 'all' : 'not all') : '(prefers-color-scheme: ' + scheme + ')';
    }
    if (choice === 'contrast') root.dataset.contrast = 'more'; else delete root.dataset.contrast;
  }
  function read() {
    try { return localStorage.getItem(key) || ''; } catch (error) { return ''; }
  }
  // From the disk, a folder's address shows a list of files: a redirect has to name the page in it.
  if (root.dataset.target && location.protocol === 'file:') location.replace(root.dataset.target + 'index.html');
  root.dataset.js = '';
  apply(read());
  window.ciyuanTheme = {
    read: read,
    choose: function (choice) {
      apply(choice);
      try { if (choice) localStorage.setItem(key, choice); else localStorage.removeItem(key); } catch (error) { /* private mode */ }
    },
  };
  addEventListener('storage', function (event) { if (event.key === key) apply(event.newValue || ''); });
})(document.documentElement);
