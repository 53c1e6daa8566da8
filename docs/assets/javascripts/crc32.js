// The CRC-32 of bytes (APPNOTE 4.4.7): what a zip file has of each file in it, and what says in which piece a key is.

export function crc32(data) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
