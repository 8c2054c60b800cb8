/** Public pages carry no script; a page that needs one says so itself. */
export const csr = false;
