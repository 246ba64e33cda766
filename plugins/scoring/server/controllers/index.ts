/** Each parses, calls one service, and responds. */
export const controllers = {}
