// Before www/boot.js in the site. The page names module and data: by links to files that the
// browser has begun to fetch, with the hash that each must have.
const part = async (id) => {
  const link = document.getElementById(id);
  const answer = await fetch(link.href, { integrity: link.dataset.integrity });
  return answer.ok ? answer : Promise.reject(answer.status);
};
