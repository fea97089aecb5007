/**
 * The scales that Recharts looks up by name, of which its charts here name no other. It stands in for d3's whole
 * collection in the browser (`vite.config.ts`): those of time, colour and logarithms are bytes that nobody draws with.
 */
export { scaleBand, scaleLinear, scalePoint } from 'd3-scale';
