package pdfium

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Bounds of the search for images: a scan has few objects in shallow forms.
const (
	maxObjects = 2000
	maxDepth   = 8
)

// decodable decodes every image of the page by itself.
func (i *Instance) decodable(page requests.Page) error {
	return i.eachImage(page, func(image references.FPDF_PAGEOBJECT) error {
		bitmap, err := i.pdfium.FPDFImageObj_GetBitmap(&requests.FPDFImageObj_GetBitmap{ImageObject: image})
		if err != nil {
			return ErrImage
		}
		if _, err := i.pdfium.FPDFBitmap_Destroy(&requests.FPDFBitmap_Destroy{Bitmap: bitmap.Bitmap}); err != nil {
			return failed(err)
		}
		return nil
	})
}

// show hides all images but the first, of as many as the caller counts.
func (i *Instance) show(page requests.Page, first, of int) error {
	n := 0
	err := i.eachImage(page, func(image references.FPDF_PAGEOBJECT) error {
		if n++; n <= first {
			return nil
		}
		if _, err := i.pdfium.FPDFPageObj_SetIsActive(&requests.FPDFPageObj_SetIsActive{PageObject: image}); err != nil {
			return failed(err)
		}
		return nil
	})
	if err == nil && n != of {
		err = ErrImages
	}
	return err
}

// eachImage calls f with the images of the page in painting order.
func (i *Instance) eachImage(page requests.Page, f func(references.FPDF_PAGEOBJECT) error) error {
	count, err := i.pdfium.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return failed(err)
	}
	left := maxObjects
	for n := range min(count.Count, left) {
		object, err := i.pdfium.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: n})
		if err != nil {
			return failed(err)
		}
		if err := i.eachImageOf(object.PageObject, 0, &left, f); err != nil {
			return err
		}
	}
	return nil
}

func (i *Instance) eachImageOf(object references.FPDF_PAGEOBJECT, depth int, left *int, f func(references.FPDF_PAGEOBJECT) error) error {
	if *left--; *left < 0 || depth > maxDepth {
		return nil
	}
	kind, err := i.pdfium.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object})
	if err != nil {
		return failed(err)
	}
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_IMAGE:
		return f(object)
	case enums.FPDF_PAGEOBJ_FORM:
		count, err := i.pdfium.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: object})
		if err != nil {
			return failed(err)
		}
		for n := range min(count.Count, *left) {
			child, err := i.pdfium.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: object, Index: uint64(n)})
			if err != nil {
				return failed(err)
			}
			if err := i.eachImageOf(child.PageObject, depth+1, left, f); err != nil {
				return err
			}
		}
	}
	return nil
}
