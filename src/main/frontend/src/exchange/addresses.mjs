/** Tasklist's and Cockpit's address of the view. */
export const PATH = '/verbund';
