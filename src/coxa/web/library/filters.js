import { behaviour } from "../assets/attach.js";

// htmx sends the form on every change. Here the button for those without scripts steps aside, and
// what was left empty stays out of the address, so that it can be read and passed on.
behaviour("filters", (form) => {
  form.querySelectorAll("[data-without-script]").forEach((part) => {
    part.hidden = true;
  });
  form.addEventListener("htmx:configRequest", (event) => {
    const given = event.detail.formData;
    for (const name of new Set(given.keys())) {
      const values = given.getAll(name).filter((value) => value !== "");
      given.delete(name);
      values.forEach((value) => given.append(name, value));
    }
  });
});
