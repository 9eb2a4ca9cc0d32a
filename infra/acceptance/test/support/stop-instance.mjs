export default async function stop() {
  await globalThis.baogongUnderTest?.stop();
}
