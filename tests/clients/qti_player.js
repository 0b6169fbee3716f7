// Plays QTI items with qti-components and leaves what happened in the page's title.
// `items` is a list of {xml, response}; each is answered with nothing, then with the response.
const pause = () => new Promise((done) => setTimeout(done, 0));

async function shown(xml) {
  const container = document.createElement("item-container");
  container.itemXML = xml;
  document.body.replaceChildren(container);
  for (let tries = 0; tries < 200; tries++) {
    await pause();
    const item = container.shadowRoot?.querySelector("qti-assessment-item");
    if (item?.updateComplete && item.variables?.length) {
      await item.updateComplete;
      return item;
    }
  }
  throw new Error("the item was not shown");
}

const textOf = (element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("br").forEach((br) => br.replaceWith("\n"));
  return copy.textContent;
};
const texts = (item, selector) => [...item.querySelectorAll(selector)].map(textOf);

async function played({ xml, response }) {
  const item = await shown(xml);
  await pause();
  item.processResponse(true, false);
  const nothing = Number(item.getOutcome("SCORE").value);
  item.updateResponseVariable("RESPONSE", response);
  item.processResponse(true, false);
  const feedback = [...item.querySelectorAll("qti-modal-feedback")];
  const score = Number(item.getOutcome("SCORE").value);
  return {
    nothing,
    score,
    stem: texts(item, "qti-prompt, qti-item-body > p")[0],
    choices: texts(item, "qti-simple-choice, qti-simple-match-set > qti-simple-associable-choice"),
    feedback: feedback.map((one) => [...one.querySelectorAll("p")].map(textOf)),
    open: [].concat(item.getOutcome("FEEDBACK")?.value ?? []),
  };
}

(async () => {
  const told = [];
  for (const one of items) {
    try {
      told.push(await played(one));
    } catch (error) {
      told.push({ failed: String(error) });
    }
  }
  document.title = "told:" + JSON.stringify(told);
})();
