{% autoescape off %}const NAME = "help-{{ version }}", KEPT = {{ kept }};
addEventListener("install", (e) => {
  skipWaiting();
  e.waitUntil(caches.open(NAME).then((c) => Promise.all(Object.values(KEPT).map((u) =>
    fetch(u, { credentials: "omit" }).then((r) => r.ok ? c.put(u, r) : Promise.reject())))));
});
addEventListener("activate", (e) => e.waitUntil(caches.keys().then((all) =>
  Promise.all(all.filter((n) => n != NAME).map((n) => caches.delete(n))))));
addEventListener("fetch", (e) => {
  const u = KEPT[new URL(e.request.url).pathname];
  if (u && e.request.method == "GET") e.respondWith(fetch(e.request).catch(() => caches.match(u)));
});
{% endautoescape %}
