import { withNotes } from './exif';

const EDGE = 1920;
const QUALITY = 0.85;
const TAKEN = ['image/jpeg', 'image/png', 'image/webp'];

/** Why a photo cannot be used, as a key of the words. */
export class UnusablePhoto extends Error {}

/** The photo as it is sent: smaller unless its original is asked for, and as JPEG where this browser can read it. */
export async function prepared(file: File, original: boolean): Promise<Blob> {
  const known = TAKEN.includes(file.type);
  if (known && original) {
    return file;
  }
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    if (/hei[cf]/i.test(file.type + file.name)) {
      // The server keeps it as it is, though nobody can be shown it.
      return new Blob([file], { type: 'image/heic' });
    }
    throw new UnusablePhoto(known ? 'photo.broken' : 'photo.kind');
  }
  try {
    const scale = original ? 1 : Math.min(1, EDGE / Math.max(picture.width, picture.height));
    if (known && scale === 1) {
      return file;
    }
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY));
    if (smaller === null) {
      throw new UnusablePhoto('photo.broken');
    }
    return await withNotes(file, smaller);
  } finally {
    picture.close();
  }
}
