// docxtemplater: a template with loops of paragraphs, opened for each document.
"use strict";
const fs = require("fs");
const { serve, required } = require("./worker.js");
const PizZip = required("pizzip");
const Docxtemplater = required("docxtemplater");

serve((words) => {
  const template = fs.readFileSync(words.templates.mustache);
  return async (data, path) => {
    const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    document.render(data);
    fs.writeFileSync(path, document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }));
  };
});
