const SHARPNESS = 2;

/**
 * A chart that the server drew as SVG. The browser makes the picture file itself: it has the reader's fonts, and nothing
 * is asked of any other machine.
 */
class RenewalChart extends HTMLElement {
  async savePng(fileName: string): Promise<void> {
    const drawing = this.querySelector('svg');
    if (drawing === null) {
      return;
    }
    const source = new XMLSerializer().serializeToString(drawing);
    const address = URL.createObjectURL(new Blob([source], { type: 'image/svg+xml' }));
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { width, height } = drawing.viewBox.baseVal;
      const canvas = document.createElement('canvas');
      canvas.width = width * SHARPNESS;
      canvas.height = height * SHARPNESS;
      canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
      const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
      if (picture !== null) {
        offer(picture, fileName);
      }
    } finally {
      URL.revokeObjectURL(address);
    }
  }
}

function offer(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The download has begun by then, and keeps the data itself.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

customElements.define('renewal-chart', RenewalChart);
