"use strict";

const { answerProblem } = require("../problem");
const scopeOf = require("../scope");

/** What the generated controllers call: answers with what an operation gives, or with what it throws. */
class Controller {
  static async handleRequest(request, response, operation) {
    try {
      const output = await operation(scopeOf(request), request.body);
      if (output === undefined) {
        response.end();
      } else {
        response.json(output);
      }
    } catch (error) {
      answerProblem(error, request, response);
    }
  }
}

module.exports = Controller;
