// Bundles the day sheet's page and its worker into the directory that is given: node build.mjs DIRECTORY
import { fileURLToPath } from 'node:url';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const directory = resolve(process.argv[2]);

for (const [name, empty] of [
  ['app', true],
  ['worker', false],
]) {
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: directory,
      emptyOutDir: empty,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: join(here, `${name}.ts`),
        output: { entryFileNames: `${name}.js`, assetFileNames: 'app.[ext]', codeSplitting: false },
      },
    },
  });
}
