/** What is told of the program's own sentences: `/help wrong`. */

/** Longest text in which somebody says what is wrong with a sentence, in characters. */
export const longestWrong = 500;

/** Kind of the job that tells a steward after their quiet hours. */
export const wrongJob = "sentence-wrong";
