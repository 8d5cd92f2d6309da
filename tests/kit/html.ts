/** What a browser reads in a piece of HTML without tags. */
export const readHtml = (of: string): string => of.replace(/&(?:amp|lt|gt|quot|#39);/gu, (one) => read[one] ?? one);

const read: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
