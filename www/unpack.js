// Before www/boot.js in the one file. Module and data are blocks of the page: gzip, as base64.
const whenWanted = (begin) => begin();
const part = async (id) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  // A module is compiled as it comes only if it says what it is.
  return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
};
