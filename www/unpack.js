// Before www/boot.js in the one file. Module and data are blocks of the page: gzip, in base 85
// (src/bin/site/onefile.rs).
const whenWanted = (begin) => begin();
/** Four bytes for five digits: `#` to `w`, with `x` in place of `<`. */
const bytes = (text) => {
  const all = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let digit = at; digit < at + 5; digit += 1) {
      // Missing digits at the end count as the highest; their bytes are cut off below.
      const code = digit < text.length ? text.charCodeAt(digit) : 119;
      number = number * 85 + (code === 120 ? 25 : code - 35);
    }
    all.setUint32((at / 5) * 4, number);
  }
  return new Uint8Array(all.buffer, 0, Math.floor((text.length * 4) / 5));
};
const part = async (id) => {
  const packed = bytes(document.getElementById(id).textContent);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  // A module is compiled while it arrives only if it has this type.
  return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
};
