// The check is made here, in the shopper's own browser, from what the page shows: it asks nobody whether it went well.
// A leaf is SHA-256 of "leaf|account|nonce|currency|minor"; what stands above two is SHA-256 of "node|hash|sum|hash|sum" and comes to both sums.
async function sha256(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}
async function holds(proof) {
  let sum = BigInt(proof.minor);
  let hash = await sha256(['leaf', proof.account, proof.nonce, proof.currency, sum].join('|'));
  for (const step of proof.way) {
    const other = BigInt(step.sum);
    if (other < 0n) return false;
    const both = step.left ? [step.hash, other, hash, sum] : [hash, sum, step.hash, other];
    hash = await sha256(['node', ...both].join('|'));
    sum += other;
  }
  return sum >= 0n && hash === proof.root && sum === BigInt(proof.total);
}
for (const place of document.querySelectorAll('[data-proof]')) {
  const say = (name, css) => { place.textContent = place.dataset[name]; place.className = 'tag ' + css; };
  if (!globalThis.crypto?.subtle) say('cannot', '');
  else holds(JSON.parse(place.dataset.proof)).then(good => good ? say('good', 'good') : say('bad', 'bad'), () => say('bad', 'bad'));
}
