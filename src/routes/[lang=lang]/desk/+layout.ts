/** The desk may use script; what it is needed for works without it too, only less smoothly. */
export const csr = true;
