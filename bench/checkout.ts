/** The folder of the checkout: one above this file where it runs as source, two where it was compiled into bench/dist. */
export const CHECKOUT = new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url);
