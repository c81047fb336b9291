"use strict";

const STATUS = {
  ValidationException: 400,
  SerializationException: 400,
  UnsupportedOperationException: 400,
  AccessDeniedException: 403,
  ResourceNotFoundException: 404,
  UnknownOperationException: 404,
  NotAcceptableException: 406,
  ConflictException: 409,
  RequestEntityTooLargeException: 413,
  UnsupportedMediaTypeException: 415,
  ThrottlingException: 429,
  InternalServerException: 500,
};

/** An error that the caller is told: its type, as clients know it, and a message for people. */
class Problem extends Error {
  constructor(type, message, status = STATUS[type]) {
    super(message);
    this.type = type;
    this.status = status;
  }

  static isType(type) {
    return Object.hasOwn(STATUS, type);
  }
}

/** The error handler: everything that was thrown becomes an answer here. */
// Express knows an error handler by its four parameters.
// eslint-disable-next-line no-unused-vars
function answerProblem(error, request, response, next) {
  const problem = toProblem(error);
  response.status(problem.status).set("X-Amzn-Errortype", problem.type).json({ message: problem.message });
}

function toProblem(error) {
  if (error instanceof Problem) {
    return error;
  }
  if (error.status === 400 && error.errors) {
    return new Problem(typeOf(error.errors), error.message);
  }
  if (error.status === 413) {
    return new Problem("RequestEntityTooLargeException", "The body is too large.");
  }
  if (error.status >= 400 && error.status < 500) {
    return new Problem("SerializationException", "The body cannot be read.");
  }
  console.error(error);
  return new Problem("InternalServerException", "An internal error occurred. Try again later.");
}

/** A member of another JSON type cannot be read; any other breach is one of a constraint. */
function typeOf(breaches) {
  return breaches.some((breach) => breach.errorCode === "type.openapi.validation")
    ? "SerializationException"
    : "ValidationException";
}

module.exports = { Problem, answerProblem };
