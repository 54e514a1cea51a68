// Bundles the Gantt element alone, from the sources and packages that the application is built from, for its tests.
export default {
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    lib: { entry: 'frontend/gantt/renewal-gantt.ts', formats: ['es'], fileName: 'gantt' },
    emptyOutDir: true,
    target: 'es2022',
  },
};
