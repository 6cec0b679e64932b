// Carbone: a template with loops by index. It goes from docx to docx, and starts no LibreOffice.
"use strict";
const fs = require("fs");
const { serve, required } = require("./worker.js");
const carbone = required("carbone");

serve((words) => {
  const render = (data) =>
    new Promise((done, failed) =>
      carbone.render(words.templates.carbone, data, (error, result) => (error ? failed(error) : done(result))),
    );
  return async (data, path) => fs.writeFileSync(path, await render(data));
});
