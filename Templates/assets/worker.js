// Keeps the site readable without a network. Published as sw.js, behind a line that says what the site has:
//   const site = { files: named for their content, pages: kept fresh, languages: the first is the default }
// What is named for its content is taken from the store; all else is asked for, and taken from the store where no answer
// comes. So nobody reads an old page who could read a new one. Pages are kept as they are visited, with the pictures that they show.
const scope = new URL('./', location.href).href, name = 'ciyuan ' + scope;
const files = new Set(site.files.map((path) => scope + path)), pages = new Set(site.pages.map((path) => scope + path));
const visitedLimit = 300, patience = 4000;

const isNamedForContent = (url) => /^(assets\/|search\/)/.test(url.slice(scope.length)) && !pages.has(url);
const addressOf = (url) => url.replace(/[?#].*/, '').replace(/\/index\.html$/, '/');

async function install() {
  const store = await caches.open(name);
  const missing = [];
  for (const url of files) if (!(await store.match(url))) missing.push(url);
  await store.addAll(missing);
  await store.addAll([...pages].map((url) => new Request(url, { cache: 'no-cache' })));
  await self.skipWaiting();
}

// What this version of the site no longer has goes.
async function activate() {
  const store = await caches.open(name);
  for (const { url } of await store.keys()) if (isNamedForContent(url) && !files.has(url)) await store.delete(url);
  await self.clients.claim();
}

// A page that was kept may name a sheet or script of a former version: the present one serves it as well.
async function successor(store, url) {
  const stem = (each) => each.replace(/\.[0-9a-z]+(\.\w+)$/, '$1');
  const request = (await store.keys()).find((each) => isNamedForContent(each.url) && stem(each.url) === stem(url));
  return request && store.match(request);
}

async function fromStore(request) {
  const store = await caches.open(name), url = addressOf(request.url);
  const kept = await store.match(url);
  if (kept) return kept;
  let response;
  try { response = await fetch(request); } catch (error) { /* no network */ }
  if (response && response.ok) {
    // What came is shown, whether there is room to keep it or not.
    await store.put(url, response.clone()).catch(() => {});
    return response;
  }
  return (await successor(store, url)) || response || Response.error();
}

async function forget(store) {
  const visited = (await store.keys()).filter(({ url }) => !files.has(url) && !pages.has(url));
  for (const request of visited.slice(0, -visitedLimit)) await store.delete(request);
}

async function fromNetwork(event) {
  const { request } = event, store = await caches.open(name), url = addressOf(request.url);
  const isVisit = request.mode === 'navigate', isPicture = request.destination === 'image', kept = await store.match(url);
  const answer = fetch(request);
  event.waitUntil(answer.then(async (response) => {
    if (!(response.ok && (isVisit || isPicture || pages.has(url)))) return;
    await store.put(url, response.clone());
    await forget(store);
  }).catch(() => {}));
  try {
    if (!kept) return await answer;
    return await Promise.race([answer.then((response) => response.clone()), new Promise((resolve) => setTimeout(resolve, patience, kept))]);
  } catch (error) {
    if (kept) return kept;
    if (!isVisit) return Response.error();
    const language = site.languages.find((each) => url.startsWith(scope + each + '/')) || site.languages[0];
    return Response.redirect(scope + language + '/offline/');
  }
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope) || request.headers.has('range')) return;
  event.respondWith(isNamedForContent(addressOf(request.url)) ? fromStore(request) : fromNetwork(event));
});
