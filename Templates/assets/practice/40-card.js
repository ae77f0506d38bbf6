// A card as elements. Its answer is HTML that the build made, safe as a page's body; its links are relative to the question's page.
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const answerOf = (card, root) => {
  const holder = element('div', { className: 'answer', lang: card.lang });
  const page = new URL(root + card.url, location.href);
  const parsed = new DOMParser().parseFromString(card.answer, 'text/html');
  for (const link of parsed.querySelectorAll('a[href]')) link.href = new URL(link.getAttribute('href'), page).href;
  for (const image of parsed.querySelectorAll('img[src]')) image.src = new URL(image.getAttribute('src'), page).href;
  holder.append(...parsed.body.childNodes);
  return holder;
};
