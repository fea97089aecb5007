/** Offers a file to the reader, without a server. */
export function saveFile(page: Document, file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
