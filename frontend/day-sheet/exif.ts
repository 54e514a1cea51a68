// The camera's own notes of a JPEG, carried over into the smaller picture that is made of it: when and where it was
// taken is evidence, and the server reads it from the file as it does from an original.

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/** The segment with the camera's notes, with its marker, or null. */
function segment(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) {
    return null;
  }
  for (let at = 2; at + 4 < jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== 0xda; ) {
    const length = jpeg[at + 2] * 256 + jpeg[at + 3];
    if (jpeg[at + 1] === 0xe1 && EXIF.every((byte, i) => jpeg[at + 4 + i] === byte)) {
      return jpeg.slice(at, at + 2 + length);
    }
    at += 2 + length;
  }
  return null;
}

/** The picture is upright by now, and its notes must not turn it once more. */
function setUpright(notes: Uint8Array): void {
  const tiff = new DataView(notes.buffer, notes.byteOffset + 10);
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  const count = tiff.getUint16(directory, little);
  for (let i = 0; i < count; i++) {
    const field = directory + 2 + i * 12;
    if (tiff.getUint16(field, little) === ORIENTATION) {
      tiff.setUint16(field + 8, 1, little);
    }
  }
}

/** The smaller picture with the notes of the original; without them where it has none that can be read. */
export async function withNotes(original: Blob, smaller: Blob): Promise<Blob> {
  const notes = segment(new Uint8Array(await original.arrayBuffer()));
  if (notes === null) {
    return smaller;
  }
  try {
    setUpright(notes);
  } catch {
    return smaller;
  }
  return new Blob([smaller.slice(0, 2), notes as Uint8Array<ArrayBuffer>, smaller.slice(2)], { type: 'image/jpeg' });
}
